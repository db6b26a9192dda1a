package org.escale.federation;

import java.util.List;

/**
 * All that admission and labels may look at: the centre with its site, spaces and the labels it
 * holds, and how its line kept its promise.
 *
 * @param service the running month and the twelve before it, the oldest first; only months in which
 *     a box of the centre was watched, so none where it never had one
 */
public record CentreFacts(
    Centre centre, Site site, List<Space> spaces, List<Label> labels, List<ServiceMonth> service) {
  /** Copies the lists. */
  public CentreFacts {
    spaces = List.copyOf(spaces);
    labels = List.copyOf(labels);
    service = List.copyOf(service);
  }

  /** Of a centre whose line nobody watched. */
  public CentreFacts(Centre centre, Site site, List<Space> spaces, List<Label> labels) {
    this(centre, site, spaces, labels, List.of());
  }
}
