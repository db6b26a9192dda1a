package org.escale.core.connectivity;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escale.access.Box;
import org.escale.access.BoxReport;
import org.escale.access.LineSamples;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
import org.escale.service.Operations.Gear;
import org.escale.spi.store.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the boxes stand, as an operator sees them. Safe for many threads. */
@Component(service = BoxStanding.class)
public final class BoxStanding {
  /** Kbit/s in one Mbit/s. */
  private static final double MEGA = 1000;

  private final Snapshots snapshots;
  private final BoxLines lines;
  private final Outages outages;

  /** By those lines. */
  @Activate
  public BoxStanding(
      @Reference Snapshots snapshots, @Reference BoxLines lines, @Reference Outages outages) {
    this.snapshots = snapshots;
    this.lines = lines;
    this.outages = outages;
  }

  /** Each that is not revoked: up is who was heard within 120 s and works by what it was told. */
  public List<Gear> all() {
    return snapshots.now().all(Box.class).stream()
        .filter(box -> box.state() != Box.State.REVOKED)
        .map(box -> gear(box, snapshots.now().get(BoxReport.class, box.id())))
        .toList();
  }

  private Gear gear(Box box, Optional<BoxReport> last) {
    var up =
        box.state() == Box.State.ENROLLED
            && last.filter(BoxReport::well).isPresent()
            && last.filter(said -> lines.silent(said.heard())).isEmpty();
    var text = last.map(this::text).orElse("was never heard");
    var ceded = box.plan().ceded() > 0 ? "; " + box.plan().ceded() + " desks ceded" : "";
    return new Gear(box.id(), box.centre(), "box", up, 0, text + ceded + without(box));
  }

  /** How long its centre was without a line in this month of the centre's own zone. */
  private String without(Box box) {
    var zone =
        snapshots
            .now()
            .get(Centre.class, box.centre())
            .<ZoneId>map(centre -> centre.hours().zone())
            .orElse(ZoneOffset.UTC);
    try {
      var minutes = outages.thisMonth(box.centre(), zone).toMinutes();
      return minutes > 0 ? "; " + minutes + " min without a line this month" : "";
    } catch (StoreException away) {
      return "";
    }
  }

  /** What its line carried last, in Mbit/s. */
  private String line(BoxReport said) {
    return snapshots
        .now()
        .get(LineSamples.class, said.box())
        .flatMap(LineSamples::last)
        .map(s -> mega(s.downKbps(), s.upKbps()))
        .orElse("");
  }

  private static String mega(long down, long up) {
    return String.format(Locale.ROOT, "; %.1f Mbit/s down, %.1f up", down / MEGA, up / MEGA);
  }

  private String text(BoxReport said) {
    var heard =
        (lines.silent(said.heard()) ? "silent for " : "heard ")
            + lines.secondsSince(said.heard())
            + (lines.silent(said.heard()) ? " s" : " s ago");
    return heard + line(said) + (said.well() ? "" : "; " + said.text());
  }
}
