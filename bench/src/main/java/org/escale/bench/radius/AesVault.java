package org.escale.bench.radius;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.escale.spi.store.Vault;

/** Encrypts as the one that ships does (AES-256-GCM), with a key that is made at the start. */
final class AesVault implements Vault {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key = new SecretKeySpec(random.generateSeed(32), "AES");

  @Override
  public String seal(String text) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var hidden = cipher(Cipher.ENCRYPT_MODE, nonce, text.getBytes(UTF_8));
    var all = ByteBuffer.allocate(NONCE + hidden.length).put(nonce).put(hidden);
    return Base64.getEncoder().encodeToString(all.array());
  }

  @Override
  public String open(String text) {
    var all = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    var nonce = new byte[NONCE];
    all.get(nonce);
    var hidden = new byte[all.remaining()];
    all.get(hidden);
    return new String(cipher(Cipher.DECRYPT_MODE, nonce, hidden), UTF_8);
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] octets) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not made here", e);
    }
  }
}
