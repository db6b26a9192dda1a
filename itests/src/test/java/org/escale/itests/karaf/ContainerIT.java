package org.escale.itests.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Everything that the archive boots is resolved, started and satisfied; what comes can go. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerIT {

  private static final EnumSet<FeaturesService.Option> QUIETLY =
      EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles);

  @Inject private BundleContext bundles;
  @Inject private FeaturesService features;
  @Inject private ServiceComponentRuntime runtime;

  @Configuration
  public Option[] configuration() {
    return new Option[] {Container.production()};
  }

  @Before
  public void satisfied() {
    var components = new Components(bundles, runtime);
    Eventually.holds(
        () -> components.waiting().isEmpty(), () -> String.join("\n", components.waiting()));
  }

  @Test
  public void everyBundleIsStarted() {
    assertEquals(List.of(), idle());
  }

  private List<String> idle() {
    return Arrays.stream(bundles.getBundles())
        .filter(bundle -> bundle.getState() != whenStarted(bundle))
        .map(bundle -> bundle.getSymbolicName() + " is in state " + bundle.getState())
        .toList();
  }

  private static int whenStarted(Bundle bundle) {
    int types = bundle.adapt(BundleRevision.class).getTypes();
    return (types & BundleRevision.TYPE_FRAGMENT) == 0 ? Bundle.ACTIVE : Bundle.RESOLVED;
  }

  @Test
  public void whatIsNotBootedComesAndGoesWithoutATrace() throws Exception {
    Set<String> before = names();
    for (String name : List.of("escale-gateway-simulated", "escale-demo")) {
      features.installFeature(name, QUIETLY);
      assertTrue(name, features.isInstalled(features.getFeature(name)));
      features.uninstallFeature(name, QUIETLY);
      assertEquals(name, before, names());
    }
  }

  @Test
  public void aNetworkGoesAndComesBackWhileTheRestStays() throws BundleException {
    for (Bundle network : networks()) {
      network.uninstall();
      satisfied();
      assertEquals(List.of(), idle());
      bundles.installBundle(network.getLocation()).start();
      satisfied();
    }
    assertEquals(3, networks().size());
  }

  private List<Bundle> networks() {
    return Arrays.stream(bundles.getBundles())
        .filter(bundle -> bundle.getSymbolicName().startsWith("org.escale.network."))
        .toList();
  }

  private Set<String> names() {
    var names = new TreeSet<String>();
    for (Bundle bundle : bundles.getBundles()) {
      names.add(bundle.getSymbolicName());
    }
    return names;
  }
}
