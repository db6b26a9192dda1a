package org.escale.core.storm;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.Setting;

/** An adapter whose links are watched, and die with the engine that opened them. */
final class WatchedAdapter implements CentreAdapter {
  /** Opens a link. */
  interface Opening {
    CentreLink open(CentreConfig config) throws CentreException;
  }

  private final String kind;
  private final List<Setting> settings;
  private final Opening opening;
  private final Storm storm;
  private final Random random = new Random(5);
  private final List<Watched> links = new CopyOnWriteArrayList<>();

  WatchedAdapter(CentreAdapter of, Opening opening, Storm storm) {
    this.kind = of.kind();
    this.settings = of.settings();
    this.opening = opening;
    this.storm = storm;
  }

  /** All links that are open die. */
  void die() {
    links.forEach(Watched::die);
    links.clear();
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public List<Setting> settings() {
    return settings;
  }

  @Override
  public CentreLink open(CentreConfig config) throws CentreException {
    var link = new Watched(opening.open(config), storm, random);
    links.add(link);
    return link;
  }
}
