package org.escale.core.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.escale.core.plugins.TermsInForce;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.NetworkId;
import org.escale.terms.DatedTerms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The months of billing, which are those of budgets and passes too: in the zone of a network's
 * billing terms, else as configured. Safe for many threads.
 */
@Component(service = FederationMonths.class, configurationPid = "org.escale.core.billing")
@Designate(ocd = FederationMonths.Config.class)
public final class FederationMonths {
  private static final String ZONE = "zone";

  /** Settings. */
  @ObjectClassDefinition(name = "Escale billing")
  public @interface Config {
    /** Where midnight of the first of a month is, unless a network's terms say so. */
    @AttributeDefinition(description = "zone of billing months, an IANA name")
    String zone() default "Europe/Brussels";
  }

  private final Months months;

  /**
   * Counts in the configured zone.
   *
   * @throws java.time.DateTimeException if there is no such zone
   */
  @Activate
  public FederationMonths(Config config) {
    this(ZoneId.of(config.zone()));
  }

  /** Counts in that zone. */
  public FederationMonths(ZoneId zone) {
    this.months = new Months(zone);
  }

  /** The months of no network in particular. */
  public Months months() {
    return months;
  }

  /** The months of that network by its billing terms in force at {@code at}. */
  public Months of(Snapshot snapshot, NetworkId network, Instant at) {
    Optional<DatedTerms> billing =
        TermsInForce.at(snapshot, network, "billing", at)
            .flatMap(found -> snapshot.get(DatedTerms.class, found.terms()));
    return billing
        .flatMap(terms -> Optional.ofNullable(terms.values().get(ZONE)))
        .map(zone -> new Months(ZoneId.of(zone)))
        .orElse(months);
  }
}
