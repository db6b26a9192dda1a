package org.escale.libraries.link;

import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;

/** What a failure of the web means for whoever asked a centre's system. */
public final class Troubles {
  private Troubles() {}

  /** A question without an answer. */
  public static CentreException of(WireException none) {
    var trouble =
        switch (none.fate()) {
          case FLOODED -> Trouble.FLOODED;
          case FORBIDDEN -> Trouble.DENIED;
          case NOT_SENT, CUT, NO_ANSWER -> Trouble.UNAVAILABLE;
        };
    return new CentreException(trouble, none.getMessage());
  }

  /** An answer that says no, by its status. */
  public static CentreException of(int status) {
    var trouble =
        switch (status) {
          case 401, 403, 404, 410 -> Trouble.DENIED;
          default -> status >= 500 || status == 429 ? Trouble.UNAVAILABLE : Trouble.GARBLED;
        };
    return new CentreException(trouble, "it answers with status " + status);
  }

  /** A setting that cannot work; the sentence begins with its name. */
  public static CentreException setting(String sentence) {
    return new CentreException(Trouble.SETTING, sentence);
  }

  /** An answer that cannot be read. */
  public static CentreException garbled(String sentence) {
    return new CentreException(Trouble.GARBLED, sentence);
  }
}
