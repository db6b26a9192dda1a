package org.escale.security;

import static org.escale.security.Gate.done;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.escale.caller.Role;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.BundleContext;

public final class FirstAdministratorTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void emptyStoreGetsAnAdministratorWhosePasswordStandsInAPrivateFile() throws IOException {
    try (var gate = new Gate()) {
      start(gate);
      var file = folder.getRoot().toPath().resolve(FirstAdministrator.FILE);
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      Until.holds(() -> gate.passwords.account("admin").isPresent());
      var text = Files.readString(file);
      var password = text.replaceAll("(?s).*\"password\":\"([^\"]+)\".*", "$1");
      var issued = done(gate.door.signIn("admin", password));
      assertEquals(Set.of(Role.FEDERATION), done(gate.door.caller(issued.secret())).roles());
      assertFalse(gate.store.since(0, 1000).toString().contains(password));
    }
  }

  @Test
  public void storeWithAnAccountGetsNone() throws IOException {
    try (var gate = new Gate()) {
      gate.account("anna", Role.MEMBER);
      start(gate);
      assertTrue(Files.notExists(folder.getRoot().toPath().resolve(FirstAdministrator.FILE)));
      assertTrue(gate.passwords.account("admin").isEmpty());
    }
  }

  private void start(Gate gate) throws IOException {
    new FirstAdministrator(context(), gate.store, gate.store, gate.passwords, gate.live);
  }

  private BundleContext context() {
    Path data = folder.getRoot().toPath();
    return (BundleContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) -> data.toString());
  }
}
