package org.escale.itests.karaf;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Our components, as the runtime sees them. */
final class Components {
  /** Their configuration is what switches them on. */
  private static final Set<String> SWITCHED_OFF = Set.of("org.escale.core.opendata.OpenDataBoard");

  private final BundleContext bundles;
  private final ServiceComponentRuntime runtime;

  Components(BundleContext bundles, ServiceComponentRuntime runtime) {
    this.bundles = bundles;
    this.runtime = runtime;
  }

  /** One line for each that waits for something, saying for what. */
  List<String> waiting() {
    return runtime.getComponentDescriptionDTOs(ours()).stream().flatMap(this::waiting).toList();
  }

  private Stream<String> waiting(ComponentDescriptionDTO component) {
    var made = runtime.getComponentConfigurationDTOs(component);
    if (made.isEmpty() && SWITCHED_OFF.contains(component.name)) {
      return Stream.empty();
    }
    if (made.isEmpty()) {
      return Stream.of(component.name + " waits for its configuration");
    }
    return made.stream()
        .filter(one -> one.state != ComponentConfigurationDTO.SATISFIED)
        .filter(one -> one.state != ComponentConfigurationDTO.ACTIVE)
        .map(one -> component.name + missing(one));
  }

  private static String missing(ComponentConfigurationDTO one) {
    if (one.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
      return " failed: " + one.failure;
    }
    return Arrays.stream(one.unsatisfiedReferences)
        .map(reference -> " waits for " + reference.name + " " + reference.target)
        .toList()
        .toString();
  }

  private Bundle[] ours() {
    return Arrays.stream(bundles.getBundles())
        .filter(bundle -> bundle.getSymbolicName().startsWith("org.escale."))
        .toArray(Bundle[]::new);
  }
}
