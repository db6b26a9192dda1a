package org.escale.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.escale.caller.Account;
import org.escale.caller.Role;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.service.SignIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Opens one account for each role and each company, centre and network, all with one random
 * password, and writes them into a file that only its owner can read.
 */
@Component(
    service = DemoAccounts.class,
    configurationPid = "org.escale.demo",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DemoAccounts.Config.class)
public final class DemoAccounts {
  private static final Duration VALIDITY = Duration.ofDays(365);
  private static final int PASSWORD_BYTES = 15;

  /** Settings. */
  @ObjectClassDefinition(name = "Escale demonstration")
  public @interface Config {
    /** Where the accounts are written. */
    @AttributeDefinition(description = "path of the file, for example DATA/demo-accounts.json")
    String accountsFile();
  }

  private final SignIn signIn;
  private final DemoClients clients;
  private final Path file;

  /** Through that door. */
  @Activate
  public DemoAccounts(@Reference SignIn signIn, @Reference DemoClients clients, Config config) {
    this.signIn = signIn;
    this.clients = clients;
    this.file = Path.of(config.accountsFile());
  }

  /** Where the accounts stand once all is loaded. */
  public Path file() {
    return file;
  }

  /** Whether all was done before. */
  boolean written() {
    return Files.exists(file);
  }

  /** Opens them and writes the file, which says that the demonstration stands. */
  void load() {
    try {
      var kept = file.resolveSibling("demo-password");
      if (!Files.exists(kept)) {
        write(kept, random());
      }
      var password = Files.readString(kept, StandardCharsets.UTF_8);
      write(file, "[\n" + String.join(",\n", open(password)) + "\n]\n");
      Files.delete(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> open(String password) {
    var lines = new ArrayList<String>();
    var hash = "";
    for (var plan : plans()) {
      var opened = signIn.open(Demo.OPERATOR, plan.account(hash), hash.isEmpty() ? password : "");
      if (Demo.done(opened) && opened instanceof Outcome.Done<Account> done) {
        hash = done.value().passwordHash();
      }
      var token = Demo.value(signIn.issue(plan.caller(), "demonstration", Set.of(), VALIDITY));
      lines.add(plan.json(password, token.secret()));
    }
    return lines;
  }

  private List<AccountPlan> plans() {
    var companies = clients.companies();
    var networks =
        Stream.of(
                DemoAffiliations.MOBISPOT,
                DemoAffiliations.COOPERATIVE,
                DemoAffiliations.COWALLONIA)
            .map(NetworkId::new)
            .toList();
    var cei = new CentreId("cei");
    return Stream.of(
            Stream.of(AccountPlan.alone("operator", Role.FEDERATION)),
            companies.stream().flatMap(c -> clients.people(c).stream()).map(AccountPlan::member),
            CentreList.rows().stream()
                .map(row -> AccountPlan.centre(row.id(), "desk", Role.RECEPTION)),
            companies.stream().map(c -> AccountPlan.company(c, "hr", Role.EMPLOYER)),
            networks.stream().map(n -> AccountPlan.network(n, "office", Role.NETWORK)),
            Stream.of(AccountPlan.alone("region", Role.AUTHORITY)),
            Stream.of(AccountPlan.centre(cei, "system", Role.INTEGRATOR)),
            Stream.of(AccountPlan.company(companies.get(0), "system", Role.INTEGRATOR)),
            Stream.of(AccountPlan.network(networks.get(0), "system", Role.INTEGRATOR)))
        .flatMap(plans -> plans)
        .toList();
  }

  private static void write(Path target, String text) throws IOException {
    var fresh = target.resolveSibling(target.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(fresh, mine);
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String random() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
