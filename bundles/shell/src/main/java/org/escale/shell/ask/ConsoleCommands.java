package org.escale.shell.ask;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivilegedAction;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs command lines of {@code bin/escale --exec} in the console, with the rights of its local
 * user. A command that answers a whole number sets the exit code by it; any other ends with 0, one
 * that throws with 1. Without a data folder (system property {@code escale.data}) nothing listens.
 */
@Component(service = ConsoleCommands.class, immediate = true)
public final class ConsoleCommands implements CommandLine {

  private static final int FAILED = 1;

  private final SessionFactory sessions;
  private final CommandDoor door;

  @Activate
  public ConsoleCommands(@Reference SessionFactory sessions) throws IOException {
    this.sessions = sessions;
    // relative to the working folder, which is the data folder: a socket's name may have 100 bytes
    // only
    this.door =
        System.getProperty("escale.data") == null
            ? null
            : new CommandDoor(Path.of("console.socket"), this);
  }

  @Deactivate
  void stop() throws IOException {
    if (door != null) {
      door.close();
    }
  }

  @Override
  public int run(String line, DataOutputStream frames) {
    var out = new PrintStream(Frames.stream(frames, Frames.OUT), true, StandardCharsets.UTF_8);
    var err = new PrintStream(Frames.stream(frames, Frames.ERR), true, StandardCharsets.UTF_8);
    PrivilegedAction<Integer> action = () -> execute(line, out, err);
    return Subject.doAs(localUser(), action);
  }

  private int execute(String line, PrintStream out, PrintStream err) {
    Session session = sessions.create(new ByteArrayInputStream(new byte[0]), out, err);
    try {
      Object answer = session.execute(line);
      if (answer instanceof Integer code) {
        return code;
      }
      if (answer instanceof CharSequence) {
        out.println(answer);
      }
      return 0;
    } catch (Exception e) {
      err.println(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
      return FAILED;
    } finally {
      out.flush();
      session.close();
    }
  }

  private static Subject localUser() {
    var subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(System.getProperty("karaf.local.user", "karaf")));
    for (String role : System.getProperty("karaf.local.roles", "admin").split(",", -1)) {
      subject.getPrincipals().add(new RolePrincipal(role.trim()));
    }
    subject.setReadOnly();
    return subject;
  }
}
