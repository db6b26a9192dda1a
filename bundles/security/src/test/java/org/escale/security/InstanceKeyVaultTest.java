package org.escale.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class InstanceKeyVaultTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private Path data;

  @Before
  public void folder() throws IOException {
    data = folder.getRoot().toPath();
  }

  @Test
  public void whatIsSealedOpensAgainAfterARestart() throws IOException {
    var sealed = new InstanceKeyVault(data).seal("clé de session");
    assertFalse(sealed.contains("session"));
    assertEquals("clé de session", new InstanceKeyVault(data).open(sealed));
  }

  @Test
  public void keyFileIsForItsOwnerAlone() throws IOException {
    new InstanceKeyVault(data);
    var key = data.resolve("instance.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    new InstanceKeyVault(data);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
  }

  @Test
  public void sealingTwiceGivesTwoTexts() throws IOException {
    var vault = new InstanceKeyVault(data);
    assertNotEquals(vault.seal("same"), vault.seal("same"));
  }

  @Test
  public void changedOrForeignTextIsRefused() throws IOException {
    var vault = new InstanceKeyVault(data);
    var sealed = Base64.getDecoder().decode(vault.seal("secret"));
    for (int i = 0; i < sealed.length; i++) {
      var changed = sealed.clone();
      changed[i] ^= 1;
      var text = Base64.getEncoder().encodeToString(changed);
      assertThrows(IllegalArgumentException.class, () -> vault.open(text));
    }
    assertThrows(IllegalArgumentException.class, () -> vault.open(""));
    assertThrows(IllegalArgumentException.class, () -> vault.open("not base64 !"));
    Files.delete(data.resolve("instance.key"));
    var other = new InstanceKeyVault(data).seal("secret");
    assertThrows(IllegalArgumentException.class, () -> vault.open(other));
  }

  @Test
  public void damagedKeyIsNeverReplacedByAFreshOne() throws IOException {
    Files.write(data.resolve("instance.key"), new byte[5]);
    assertThrows(IOException.class, () -> new InstanceKeyVault(data));
    assertEquals(5, Files.size(data.resolve("instance.key")));
  }
}
