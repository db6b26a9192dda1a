package org.escale.core.billing;

import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The zone in which the federation counts months, as configured. */
@Component(service = FederationMonths.class, configurationPid = "org.escale.core.billing")
@Designate(ocd = FederationMonths.Config.class)
public final class FederationMonths {
  /** Settings. */
  @ObjectClassDefinition(name = "Escale billing")
  public @interface Config {
    /** Where midnight of the first of a month is. */
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

  /** The months. */
  public Months months() {
    return months;
  }
}
