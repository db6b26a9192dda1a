package org.escale.federation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A place of work in a site.
 *
 * @param name as people say it
 * @param kind classic, mini, coworking, corporate-host, ...: data, not code
 * @param home the network that owns the relation, if any
 * @param hours when it is open
 * @param profile what admission and labels look at
 * @param online whether its connectivity is up; a centre without is not offered
 */
public record Centre(
    CentreId id,
    SiteId site,
    String name,
    String kind,
    Optional<NetworkId> home,
    OpeningHours hours,
    CentreProfile profile,
    boolean online)
    implements Word {

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.EVERYONE);
  }

  @Override
  public Map<String, String> keys() {
    return home.isPresent()
        ? Map.of("siteId", site.value(), "networkId", home.get().value(), "kind", kind)
        : Map.of("siteId", site.value(), "kind", kind);
  }

  /** The same centre with another profile. */
  public Centre with(CentreProfile changed) {
    return new Centre(id, site, name, kind, home, hours, changed, online);
  }
}
