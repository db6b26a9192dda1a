package org.escale.store.write;

import java.sql.SQLException;
import java.util.Optional;
import org.escale.billing.UsageRecord;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Balances.ChainHead;
import org.escale.store.text.UsageHash;
import org.escale.store.write.Tables.PlaceKey;

/** Usage records at the ends of their two chains (law U2), one for each producer's key. */
final class Usage {
  private final UsageHash hash;

  Usage(UsageHash hash) {
    this.hash = hash;
  }

  /** The name of the second chain of a record. */
  static String issuerChain(UsageRecord record) {
    return record.chainName() + "@" + record.guest().issuer();
  }

  /** Appends it, or says why not. */
  Optional<Refusal> append(UsageRecord bare, Writing writing) throws SQLException {
    var exists = writing.revision(bare, 0);
    if (exists.isPresent()) {
      return exists;
    }
    var draft = writing.draft;
    var reported = draft.producers.get(bare.producer(), draft.statements);
    if (reported.isPresent()) {
      return Optional.of(Refusal.of(RefusalCode.ALREADY_EXISTS, "id", reported.get()));
    }
    draft.producers.put(bare.producer(), bare.id().value());
    var content = hash.content(bare);
    var before = head(bare.chainName(), draft).hash();
    var own = next(bare.chainName(), content, bare, draft);
    var issuers = next(issuerChain(bare), content, bare, draft);
    writing.write(
        bare.at(
            new UsageRecord.Chain(
                own.chain(), own.count(), own.hash(), before, issuers.count(), issuers.hash())));
    return Optional.empty();
  }

  private static ChainHead head(String chain, Draft draft) throws SQLException {
    return draft.heads.get(chain, draft.statements).orElse(new ChainHead(chain, 0, ""));
  }

  private static ChainHead next(String chain, String content, UsageRecord record, Draft draft)
      throws SQLException {
    var last = head(chain, draft);
    var next = new ChainHead(chain, last.count() + 1, UsageHash.of(content, last.hash()));
    draft.heads.put(chain, next);
    draft.places.set(
        new PlaceKey(chain, next.count()), Optional.empty(), Optional.of(record.id().value()));
    return next;
  }
}
