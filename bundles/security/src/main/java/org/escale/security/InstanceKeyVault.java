package org.escale.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.escale.spi.store.Vault;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * AES-256-GCM under the key in {@code instance.key} of the data folder, which is made at the first
 * start and readable by the owner of the process alone. Sealed form: base64 of one version byte, 12
 * random bytes, and the cipher text with its tag. Safe for many threads.
 */
@Component(service = Vault.class)
public final class InstanceKeyVault implements Vault {
  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 32;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /** Takes the data folder from the property {@code escale.data}. */
  @Activate
  public InstanceKeyVault(BundleContext context) throws IOException {
    this(DataFolder.of(context));
  }

  InstanceKeyVault(Path folder) throws IOException {
    var bytes = new PrivateFile(folder.resolve("instance.key")).readOrMake(this::fresh);
    if (bytes.length != KEY) {
      throw new IOException("instance.key is not a key of this instance: it must be 32 bytes");
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  private byte[] fresh() {
    var bytes = new byte[KEY];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String seal(String text) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
      var all = ByteBuffer.allocate(1 + NONCE + sealed.length);
      all.put(VERSION).put(nonce).put(sealed);
      return Base64.getEncoder().encodeToString(all.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  @Override
  public String open(String sealed) {
    var all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
    if (all.remaining() <= 1 + NONCE || all.get() != VERSION) {
      throw new IllegalArgumentException("not sealed here");
    }
    var nonce = new byte[NONCE];
    all.get(nonce);
    var body = new byte[all.remaining()];
    all.get(body);
    try {
      return new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(body), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not sealed here, or changed", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
