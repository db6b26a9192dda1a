package org.escale.itests.house;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One bundle of the house: its root package, and the beginnings of package names that it may import
 * beside its own and {@code java.}.
 */
record Room(String folder, String root, Set<String> may) {
  private static final List<String> WORDS =
      of(
          "word refusal money terms federation client caller booking presence access billing"
              + " adapter");
  private static final List<String> COMPONENT =
      List.of(
          "org.osgi.service.component",
          "org.osgi.service.metatype",
          "org.osgi.annotation",
          "org.slf4j");

  /** The house as it is meant to be: what is not named here is not allowed. */
  static final List<Room> HOUSE =
      List.of(
          room("api", "org.escale", List.of("org.osgi.annotation"), List.of()),
          room(
              "core",
              "org.escale.core",
              words("service", "spi"),
              List.of(
                  "org.escale.libraries.boxfiles",
                  "dev.failsafe",
                  "javax.crypto",
                  "com.github.benmanes.caffeine",
                  "org.osgi.framework")),
          room(
              "store",
              "org.escale.store",
              words("spi.store"),
              List.of(
                  "javax.sql",
                  "com.fasterxml.jackson",
                  "org.flywaydb",
                  "org.osgi.service.jdbc",
                  "org.ops4j.pax.jdbc",
                  "org.osgi.framework")),
          room(
              "security",
              "org.escale.security",
              words("service", "spi.store"),
              List.of(
                  "org.apache.shiro",
                  "javax.crypto",
                  "javax.servlet",
                  "org.osgi.service.http",
                  "com.github.benmanes.caffeine",
                  "io.github.bucket4j",
                  "org.osgi.framework")),
          room(
              "rest",
              "org.escale.rest",
              words("service", "spi.door"),
              List.of(
                  "javax.ws.rs",
                  "javax.servlet",
                  "javax.annotation",
                  "org.apache.cxf",
                  "com.fasterxml.jackson",
                  "io.swagger",
                  "io.prometheus",
                  "org.osgi.service.http",
                  "org.osgi.service.servlet")),
          room(
              "soap",
              "org.escale.soap",
              words("service", "spi.door"),
              List.of(
                  "javax.xml",
                  "javax.jws",
                  "javax.servlet",
                  "javax.security",
                  "org.apache.cxf",
                  "org.apache.wss4j",
                  "org.w3c.dom",
                  "org.xml.sax",
                  "org.osgi.service.http",
                  "org.osgi.service.servlet",
                  "com.ctc.wstx")),
          room(
              "web",
              "org.escale.web",
              COMPONENT,
              List.of("javax.servlet", "org.osgi.service.http", "org.osgi.framework")),
          room(
              "shell",
              "org.escale.shell",
              words("service", "spi.door"),
              List.of(
                  "org.apache.karaf.shell",
                  "org.apache.karaf.jaas.boot.principal",
                  "javax.security.auth",
                  "org.osgi.framework")),
          network("mobispot"),
          network("smartworkcenters"),
          network("cowallonia"),
          room(
              "gateways/simulated",
              "org.escale.gateway.simulated",
              words("spi.gateway", "spi.door"),
              List.of()),
          room(
              "gateways/portal",
              "org.escale.gateway.portal",
              words("spi.gateway"),
              List.of("javax.servlet", "javax.crypto", "org.osgi.service.http")),
          room(
              "gateways/radius",
              "org.escale.gateway.radius",
              words("spi.gateway"),
              List.of("javax.crypto", "javax.net.ssl", "javax.security.auth.x500")),
          room(
              "documents/pdf",
              "org.escale.document.pdf",
              words("spi.document"),
              List.of("com.openhtmltopdf", "com.samskivert", "org.apache.pdfbox", "org.w3c.dom")),
          centre("icalendar"),
          centre("caldav"),
          centre("csv", "org.escale.libraries.cells", "org.apache.sshd"),
          centre("librebooking", "com.fasterxml.jackson"),
          centre("easyappointments", "com.fasterxml.jackson"),
          centre("soap", "javax.xml", "org.apache.cxf", "org.w3c.dom"),
          room(
              "directories/ldap",
              "org.escale.directory.ldap",
              words("spi.directory"),
              List.of("org.escale.libraries.wire", "com.unboundid", "javax.net")),
          room(
              "directories/csv",
              "org.escale.directory.csv",
              words("spi.directory"),
              List.of("org.escale.libraries.cells")),
          room(
              "box",
              "org.escale.box",
              List.of("org.osgi.annotation"),
              List.of("com.sun.net.httpserver", "javax.crypto")),
          room(
              "libraries/boxfiles",
              "org.escale.libraries.boxfiles",
              List.of("org.osgi.annotation"),
              List.of()),
          room(
              "directories/scim",
              "org.escale.directory.scim",
              words("spi.directory"),
              List.of("org.escale.libraries.wire", "com.fasterxml.jackson")),
          room(
              "libraries/cells",
              "org.escale.libraries.cells",
              List.of("org.osgi.annotation"),
              List.of("com.fasterxml.jackson")),
          room(
              "libraries/icalendar",
              "org.escale.libraries.icalendar",
              List.of("org.escale.word", "org.osgi.annotation"),
              List.of("biweekly", "com.github.mangstadt.vinnie")),
          room(
              "libraries/link",
              "org.escale.libraries.link",
              words("spi.centre"),
              List.of("org.escale.libraries.wire")),
          room(
              "libraries/wire",
              "org.escale.libraries.wire",
              List.of("org.osgi.annotation"),
              List.of("javax.net.ssl")),
          room(
              "demo",
              "org.escale.demo",
              words("service", "spi.door"),
              List.of("com.fasterxml.jackson", "org.osgi.framework")),
          room(
              "sandbox",
              "org.escale.sandbox",
              words("service", "spi.door"),
              List.of("com.fasterxml.jackson", "org.osgi.framework")));

  /** Whether a class of this room may use one of {@code pack}. */
  boolean lets(String pack) {
    return pack.isEmpty()
        || within(pack, "java")
        || within(pack, root)
        || may.stream().anyMatch(allowed -> within(pack, allowed));
  }

  private static Room network(String name) {
    var rules = words("spi.network", "spi.admission", "spi.label", "spi.billing", "spi.visit");
    return room("networks/" + name, "org.escale.network." + name, rules, List.of());
  }

  private static Room centre(String kind, String... theirs) {
    var shared =
        Stream.of(
            "org.escale.libraries.icalendar",
            "org.escale.libraries.link",
            "org.escale.libraries.wire",
            "javax.xml.stream");
    var libraries = Stream.concat(shared, Stream.of(theirs)).toList();
    return room("centres/" + kind, "org.escale.centre." + kind, words("spi.centre"), libraries);
  }

  private static Room room(String folder, String root, List<String> ours, List<String> theirs) {
    return new Room(
        folder,
        root,
        Set.copyOf(Stream.concat(ours.stream(), theirs.stream()).distinct().toList()));
  }

  private static List<String> words(String... more) {
    var own = Stream.of(more).map(name -> "org.escale." + name);
    return Stream.of(WORDS.stream(), COMPONENT.stream(), own).flatMap(s -> s).toList();
  }

  private static List<String> of(String names) {
    return Stream.of(names.split(" ")).map(name -> "org.escale." + name).toList();
  }

  private static boolean within(String pack, String allowed) {
    return pack.equals(allowed) || pack.startsWith(allowed + ".");
  }
}
