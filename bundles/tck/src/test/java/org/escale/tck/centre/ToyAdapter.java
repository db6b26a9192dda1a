package org.escale.tck.centre;

import java.util.List;
import java.util.Set;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.Setting;

/** An adapter to the toy system that may have one fault. */
final class ToyAdapter implements CentreAdapter {
  private final Fault fault;
  private final TruthMode claims;

  private final ToyDiary diary;

  ToyAdapter(Fault fault, TruthMode claims) {
    this.fault = fault;
    this.claims = claims;
    this.diary = new ToyDiary(fault);
  }

  /** The diary that stands in the system. */
  ToyDiary diary() {
    return diary;
  }

  @Override
  public String kind() {
    return "toy";
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.needed("url", "where it listens"));
  }

  @Override
  public CentreLink open(CentreConfig config) throws CentreException {
    var url = config.settings().getOrDefault("url", "");
    if (!url.startsWith("http://")) {
      throw new CentreException(Trouble.SETTING, "url is needed and begins with http://");
    }
    for (var name : config.settings().keySet()) {
      if (!Set.of("url").contains(name) && fault != Fault.ANY_SETTING) {
        throw new CentreException(Trouble.SETTING, "there is no setting " + name);
      }
    }
    return new ToyLink(new ToyClient(url, config.deadline(), fault), fault, claims, diary);
  }
}
