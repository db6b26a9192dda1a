package org.escale.rest.directory;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.CentreProfile;
import org.escale.federation.NetworkId;
import org.escale.federation.OpeningHours;
import org.escale.federation.SiteId;
import org.escale.rest.call.Need;
import org.escale.rest.directory.DirectoryOrders.HoursOrder;
import org.escale.rest.directory.DirectoryOrders.ProfileOrder;

/** A centre to be written; with PATCH, what is left out stays. */
public record CentreOrder(
    Optional<String> id,
    Optional<String> siteId,
    Optional<String> name,
    Optional<String> kind,
    Optional<String> networkId,
    Optional<HoursOrder> hours,
    Optional<ProfileOrder> profile) {

  /** A new centre; it must say where it is, what it is called, its kind and hours. */
  Centre fresh() {
    Need.present("hours", hours);
    var blank =
        new Centre(
            Need.id("id", id, CentreId::new),
            Need.id("siteId", siteId, SiteId::new),
            Need.text("name", name, 200),
            Need.text("kind", kind, 40),
            Optional.empty(),
            new OpeningHours(ZoneOffset.UTC, Map.of(), Set.of()),
            new CentreProfile(0, 0, 0, 0, Set.of(), false, 0, false),
            true);
    return over(blank);
  }

  /** The same centre with what this says. */
  Centre over(Centre old) {
    return new Centre(
        old.id(),
        siteId.map(text -> Need.read("siteId", text, SiteId::new)).orElse(old.site()),
        name.isPresent() ? Need.text("name", name, 200) : old.name(),
        kind.isPresent() ? Need.text("kind", kind, 40) : old.kind(),
        networkId.map(text -> Need.read("networkId", text, NetworkId::new)).or(old::home),
        hours.map(HoursOrder::hours).orElse(old.hours()),
        profile.map(p -> p.over(old.profile())).orElse(old.profile()),
        old.online());
  }
}
