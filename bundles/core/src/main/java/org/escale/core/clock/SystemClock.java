package org.escale.core.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The system's clock as a service. There only with its configuration, so that a sandbox can put its
 * moving clock in its place; safe for many threads.
 */
@Component(
    service = Clock.class,
    configurationPid = "org.escale.core.clock",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SystemClock.Config.class)
public final class SystemClock extends Clock {
  /** Settings. */
  @ObjectClassDefinition(name = "Escale clock")
  public @interface Config {
    /** The zone in which the clock itself is asked for dates; every rule names its own. */
    @AttributeDefinition(description = "time zone, an IANA name")
    String zone() default "UTC";
  }

  private final Clock clock;

  /**
   * Runs in the configured zone.
   *
   * @throws java.time.DateTimeException if there is no such zone
   */
  @Activate
  public SystemClock(Config config) {
    this(Clock.system(ZoneId.of(config.zone())));
  }

  private SystemClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SystemClock(clock.withZone(zone));
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }
}
