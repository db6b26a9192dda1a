package org.escale.rest.feed;

import java.util.Optional;
import org.escale.service.OpenData;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Knows whether open data are switched on; they come and go while the door stays open. */
@Component(service = Telling.class)
public final class Telling {
  /** Who tells, while it is configured. */
  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile OpenData openData;

  /** Who tells. */
  Optional<OpenData> openData() {
    return Optional.ofNullable(openData);
  }
}
