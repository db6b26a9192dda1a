package org.escale.libraries.link;

import java.net.URI;
import org.escale.libraries.wire.Ask;
import org.escale.libraries.wire.Border;
import org.escale.libraries.wire.Patience;
import org.escale.libraries.wire.Reply;
import org.escale.libraries.wire.Wire;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;

/** One centre's system on the web, asked over that wire. */
public record Web(Wire wire, Entrance entrance) {
  /** Where questions may go. */
  public Border border() {
    return entrance.border();
  }

  /** For all that one call asks, from now on. */
  public Patience patience() {
    return entrance.patience();
  }

  /** A question at that place, with what lets us in by HTTP's own sign-in (Basic). */
  public Ask ask(String method, URI address) {
    var ask = Ask.of(method, address);
    return entrance.basic().map(basic -> ask.with("Authorization", basic)).orElse(ask);
  }

  /**
   * The answer, whatever its status is; for a change, where it matters what became of it.
   *
   * @throws WireException if there is none that can be used
   */
  public Reply send(Ask ask, Patience patience) throws WireException {
    return wire.send(ask, border(), patience);
  }

  /**
   * The answer, whatever its status is; for a question.
   *
   * @throws CentreException if there is none that can be used
   */
  public Reply answer(Ask ask, Patience patience) throws CentreException {
    try {
      return send(ask, patience);
    } catch (WireException none) {
      throw Troubles.of(none);
    }
  }
}
