package org.escale.core.presence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.client.Pseudonym;
import org.escale.core.sessions.PersonalKeys;
import org.escale.federation.CentreId;

/**
 * The codes by which people come in while a centre's line is away: worked out from one secret of
 * this instance (HMAC-SHA256), so that nothing is kept for whoever never needs one. A code belongs
 * to one person, one centre and one day, and becomes the personal key of the session that it opens.
 * Pure.
 */
final class LineKeys {
  private static final String MARK = "line:";
  private static final String MAC = "HmacSHA256";
  private static final int HANDLE = 20;
  private static final int SALT = 16;

  private final SecretKeySpec secret;

  /** From that secret. */
  LineKeys(String secret) {
    this.secret = new SecretKeySpec(secret.getBytes(UTF_8), MAC);
  }

  /** Whether such a code, not the hub, opened that session. */
  static boolean opened(GrantId grant) {
    return grant.value().startsWith(MARK);
  }

  /** What a person is called on the boxes of a centre: 20 hexadecimal digits, others elsewhere. */
  String handle(CentreId centre, Pseudonym person) {
    return hex("person\n" + centre + "\n" + person).substring(0, HANDLE);
  }

  /** What a purse is called on the boxes of a centre. */
  String purse(CentreId centre, String purse) {
    return hex("purse\n" + centre + "\n" + purse).substring(0, HANDLE);
  }

  /** What a box's digests are salted with: what it holds fits nothing that another box holds. */
  String salt(GatewayId box) {
    return hex("salt\n" + box).substring(0, SALT);
  }

  /**
   * The session that a code would open.
   *
   * @param before how many visits that person had there on that day
   */
  static GrantId grant(String handle, LocalDate day, long before) {
    return new GrantId(
        MARK + handle + ":" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + ":" + before);
  }

  /** The code of that session, shaped like every personal key. */
  String code(GrantId grant) {
    return PersonalKeys.of(mac("code\n" + grant));
  }

  /** Whom that session belongs to, as a handle; empty where it is none of these. */
  static String handle(GrantId grant) {
    return opened(grant) ? grant.value().split(":", -1)[1] : "";
  }

  private String hex(String text) {
    return HexFormat.of().formatHex(mac(text));
  }

  private byte[] mac(String text) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(secret);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
