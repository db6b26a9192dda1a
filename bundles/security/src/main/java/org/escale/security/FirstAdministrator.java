package org.escale.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.escale.caller.Account;
import org.escale.caller.AccountId;
import org.escale.caller.Role;
import org.escale.caller.Sight;
import org.escale.caller.Standing;
import org.escale.refusal.Outcome;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Words;
import org.escale.word.Query;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the account {@code admin} where the store has none at all, with a random password that
 * stands in {@code first-administrator.json} of the data folder and nowhere else. The file comes
 * first: after a crash between the two, the next start begins again. The hash takes about a second
 * and runs beside the start.
 */
@Component(service = FirstAdministrator.class, immediate = true)
public final class FirstAdministrator {
  static final String FILE = "first-administrator.json";

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final AccountId NAME = new AccountId("admin");
  private static final Query ANY =
      new Query(Query.all().where(), Optional.empty(), Optional.empty(), 0, 1);

  /** Looks whether there is any account. */
  @Activate
  public FirstAdministrator(
      BundleContext context,
      @Reference Words words,
      @Reference Journal journal,
      @Reference Passwords passwords,
      @Reference LiveTokens live)
      throws IOException {
    if (words.find(Account.class, ANY, Sight.PLATFORM).items().isEmpty()) {
      var password = TokenSecret.fresh().text();
      new PrivateFile(DataFolder.of(context).resolve(FILE)).write(file(password));
      var desk = new AccountDesk(journal, passwords, live);
      new Thread(() -> open(desk, password), "escale-first-administrator").start();
    }
  }

  private static void open(AccountDesk desk, String password) {
    var account =
        new Account(NAME, "", Set.of(Role.FEDERATION), Standing.NONE, Locale.ENGLISH, true);
    if (desk.open(NAME, account, password) instanceof Outcome.Refused<Account> no) {
      LOG.error("The first administrator could not be opened: {}", no.refusal().code());
    }
  }

  private static byte[] file(String password) {
    return """
        {"role":"federation","username":"%s","password":"%s"}
        """
        .formatted(NAME.value(), password)
        .getBytes(StandardCharsets.UTF_8);
  }
}
