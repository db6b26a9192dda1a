package org.escale.core.opendata;

import java.net.URI;
import java.time.Duration;
import org.escale.service.OpenData.Publisher;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What is configured, checked. */
record Settings(Publisher publisher, int days, Duration every) {
  private static final int MOST_DAYS = 60;
  private static final int MOST_SECONDS = 3600;
  private static final int LONGEST_NAME = 100;

  /** As it is configured. */
  @ObjectClassDefinition(name = "Escale open data")
  @interface Config {
    /** Where everybody reaches this instance. */
    @AttributeDefinition(description = "public address of this instance, http(s)://host[:port]")
    String address();

    /** What the federation is called. */
    @AttributeDefinition(description = "name of the federation, 1 to 100 characters")
    String name();

    /** How far ahead free times are told. */
    @AttributeDefinition(description = "days ahead, 1 to 60")
    int days() default 14;

    /** How often it is looked whether something changed. */
    @AttributeDefinition(description = "seconds between two looks, 1 to 3600")
    int seconds() default 10;
  }

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException if one cannot work; names it
   */
  static Settings of(Config config) {
    check("days", config.days() >= 1 && config.days() <= MOST_DAYS);
    check("seconds", config.seconds() >= 1 && config.seconds() <= MOST_SECONDS);
    check("address", isAddress(config.address()));
    check("name", config.name() != null && !config.name().isBlank());
    check("name", config.name().length() <= LONGEST_NAME);
    var publisher = new Publisher(config.address(), config.name());
    return new Settings(publisher, config.days(), Duration.ofSeconds(config.seconds()));
  }

  private static boolean isAddress(String text) {
    return text != null
        && text.matches("https?://[^/?#@\\s]{1,200}")
        && URI.create(text).getHost() != null;
  }

  private static void check(String setting, boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException(setting + " of org.escale.core.opendata cannot work");
    }
  }
}
