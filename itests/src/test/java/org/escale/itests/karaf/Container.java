package org.escale.itests.karaf;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import org.escale.tck.machine.Ports;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;

/** The distribution's own archive as a container of Pax Exam. */
final class Container {

  private static final String MAVEN = "etc/org.ops4j.pax.url.mvn.cfg";
  private static final String LOCAL_REPOSITORY = "org.ops4j.pax.url.mvn.localRepository";

  private Container() {}

  /** A production instance with an empty database of its own, on a free port. */
  static Option production() {
    String karaf = System.getProperty("escale.karaf");
    File folder = new File("target/exam");
    return composite(
        karafDistributionConfiguration()
            .frameworkUrl(new File(System.getProperty("escale.distribution")).toURI().toString())
            .name("Escale")
            .karafVersion(karaf)
            .unpackDirectory(folder),
        // Pax Exam brings a feature of its own, which the archive does not hold
        editConfigurationFilePut(MAVEN, LOCAL_REPOSITORY, System.getProperty(LOCAL_REPOSITORY)),
        editConfigurationFilePut(
            "etc/org.ops4j.pax.web.cfg",
            "org.osgi.service.http.port",
            Integer.toString(Ports.free())),
        systemProperty("escale.data").value(new File(folder, "data").getAbsolutePath()),
        systemProperty("escale.kind").value("empty"),
        vmOptions(openings(karaf)),
        configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
        logLevel(LogLevel.WARN));
  }

  /** What bin/escale opens too. */
  private static String[] openings(String karaf) {
    return new String[] {
      "-Xmx512m",
      "--add-reads=java.xml=java.logging",
      "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
      "--patch-module",
      "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karaf + ".jar",
      "--patch-module",
      "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karaf + ".jar",
      "--add-opens",
      "java.base/java.security=ALL-UNNAMED",
      "--add-opens",
      "java.base/java.net=ALL-UNNAMED",
      "--add-opens",
      "java.base/java.lang=ALL-UNNAMED",
      "--add-opens",
      "java.base/java.util=ALL-UNNAMED",
      "--add-opens",
      "java.naming/javax.naming.spi=ALL-UNNAMED",
      "--add-opens",
      "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
      "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
      "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
      "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
      "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED"
    };
  }
}
