package org.escale.core.clients;

import java.util.ArrayList;
import org.escale.caller.Account;
import org.escale.caller.Sight;
import org.escale.caller.Token;
import org.escale.client.Member;
import org.escale.core.commits.Draft;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds what else says who an erased person was: accounts and their tokens. */
@Component(service = Erasure.class)
public final class Erasure {
  private final Words words;

  /** Looks there. */
  @Activate
  public Erasure(@Reference Words words) {
    this.words = words;
  }

  /** The draft, with the person's accounts and tokens removed in the same commit. */
  Draft<Member> also(Draft<Member> erasing) {
    var gone = new ArrayList<Write>();
    var accounts = Query.where("memberId", erasing.answer().value());
    for (var account : words.find(Account.class, accounts, Sight.PLATFORM).items()) {
      var tokens = Query.where("account", account.word().id().value());
      words
          .find(Token.class, tokens, Sight.PLATFORM)
          .items()
          .forEach(token -> gone.add(new Write.Remove(Token.class, token.word().id())));
      gone.add(new Write.Remove(Account.class, account.word().id()));
    }
    return erasing.also(gone);
  }
}
