package org.escale.rest.operation;

import java.util.List;
import java.util.Optional;
import org.escale.spi.door.Route;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The routes that plug-ins show now; they come and go while the door stays open. */
@Component(service = Routes.class)
public final class Routes {
  /** The routes here now. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile List<Route> routes = List.of();

  /** All of them. */
  List<Route> all() {
    return routes;
  }

  /** The one that serves this; a part of a route's path in braces fits any part. */
  Optional<Route> serving(String method, String path) {
    return routes.stream()
        .filter(route -> route.method().equals(method) && fits(route.path(), path))
        .findFirst();
  }

  /** Whether a path fits a template. */
  static boolean fits(String template, String path) {
    var wanted = template.split("/", -1);
    var given = path.split("/", -1);
    boolean fits = wanted.length == given.length;
    for (int i = 0; fits && i < wanted.length; i++) {
      fits = wanted[i].equals(given[i]) || (wanted[i].startsWith("{") && !given[i].isEmpty());
    }
    return fits;
  }
}
