package org.escale.federation;

import java.util.List;

/**
 * All that admission and labels may look at: the centre with its site, spaces and the labels it
 * holds.
 */
public record CentreFacts(Centre centre, Site site, List<Space> spaces, List<Label> labels) {
  /** Copies the lists. */
  public CentreFacts {
    spaces = List.copyOf(spaces);
    labels = List.copyOf(labels);
  }
}
