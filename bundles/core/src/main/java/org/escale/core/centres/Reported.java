package org.escale.core.centres;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.adapter.InstalledAdapter;
import org.escale.billing.UsageRecord;
import org.escale.caller.Caller;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.CentreId;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.spi.store.Effect;

/**
 * What the systems of a centre hear of a visit there, as the effects that are committed with it.
 * Who told us of it does not hear it again.
 *
 * @param record the usage record that it is about; empty for coming and going
 */
public record Reported(VisitId visit, Kind kind, Optional<String> record, String adapter) {
  /** The kind of effect. */
  static final String KIND = "centre-tell";

  private static final String WHAT = "what";
  private static final String RECORD = "record";
  private static final String ADAPTER = "adapter";

  /** That somebody came. */
  public static List<Effect> arrived(Snapshot snapshot, Visit visit, Caller by) {
    return effects(snapshot, visit.centre(), by, new Reported(visit.id(), Kind.ARRIVED));
  }

  /** That somebody left, or that the visit is over. */
  public static List<Effect> left(Snapshot snapshot, Visit visit, Caller by) {
    return effects(snapshot, visit.centre(), by, new Reported(visit.id(), Kind.LEFT));
  }

  /** That an extra was used. */
  public static List<Effect> used(Snapshot snapshot, UsageRecord record, Caller by) {
    return of(snapshot, record, Kind.EXTRA, by);
  }

  /** That a record was taken back, and what is right instead if anything is. */
  public static List<Effect> corrected(Snapshot snapshot, UsageRecord last, Caller by) {
    return of(snapshot, last, Kind.CORRECTED, by);
  }

  private Reported(VisitId visit, Kind kind) {
    this(visit, kind, Optional.empty(), "");
  }

  private static List<Effect> of(Snapshot snapshot, UsageRecord record, Kind kind, Caller by) {
    if (record.visit().isEmpty() || record.centre().isEmpty()) {
      return List.of();
    }
    var what = new Reported(record.visit().get(), kind, Optional.of(record.id().value()), "");
    return effects(snapshot, record.centre().get(), by, what);
  }

  private static List<Effect> effects(
      Snapshot snapshot, CentreId centre, Caller by, Reported reported) {
    return snapshot.where(InstalledAdapter.class, "centreId", centre).stream()
        .filter(row -> !Teller.account(row.id()).equals(by.who()))
        .map(row -> reported.effect(row))
        .toList();
  }

  private Effect effect(InstalledAdapter row) {
    var about = record.orElse(visit.value());
    var key = KIND + ":" + row.id() + ":" + kind + ":" + about;
    var details = Map.of(ADAPTER, row.id().value(), WHAT, kind.name(), RECORD, record.orElse(""));
    return new Effect(key, KIND, visit.value(), details);
  }

  static Reported of(Effect effect) {
    return new Reported(
        new VisitId(effect.about()),
        Kind.valueOf(effect.details().get(WHAT)),
        Optional.of(effect.details().get(RECORD)).filter(id -> !id.isEmpty()),
        effect.details().get(ADAPTER));
  }
}
