package org.escale.core.clients;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.escale.access.Device;
import org.escale.caller.Account;
import org.escale.caller.Sight;
import org.escale.caller.Token;
import org.escale.client.Alias;
import org.escale.client.Member;
import org.escale.core.commits.Draft;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds what else says who an erased person was: accounts with tokens, devices, and aliases. */
@Component(service = Erasure.class)
public final class Erasure {
  private final Words words;

  /** Looks there. */
  @Activate
  public Erasure(@Reference Words words) {
    this.words = words;
  }

  /** The draft, with the person's accounts, tokens, devices and names gone in the same commit. */
  Draft<Member> also(Draft<Member> erasing) {
    var gone = new ArrayList<Write>();
    var names = Query.where("memberId", erasing.answer().value());
    words
        .find(Alias.class, names, Sight.PLATFORM)
        .items()
        .forEach(kept -> gone.add(new Write.Put(kept.word().erased(), kept.revision())));
    var accounts = Query.where("memberId", erasing.answer().value());
    for (var account : words.find(Account.class, accounts, Sight.PLATFORM).items()) {
      var tokens = Query.where("account", account.word().id().value());
      words
          .find(Token.class, tokens, Sight.PLATFORM)
          .items()
          .forEach(token -> gone.add(new Write.Remove(Token.class, token.word().id())));
      gone.add(new Write.Remove(Account.class, account.word().id()));
    }
    words.get(Member.class, erasing.answer(), Sight.PLATFORM).stream()
        .flatMap(kept -> devices(kept.word()))
        .forEach(gone::add);
    return erasing.also(gone);
  }

  private Stream<Write> devices(Member member) {
    var own = Query.where("person", member.pseudonym().value());
    return words.find(Device.class, own, Sight.PLATFORM).items().stream()
        .map(device -> new Write.Remove(Device.class, device.word().id()));
  }
}
