package org.escale.core.directories;

import java.util.List;
import org.escale.spi.store.Write;

/** One thing to do; committed whole. */
record Step(boolean person, What what, List<Write> writes) {
  /** What becomes of somebody. */
  enum What {
    /** New here. */
    CREATE,
    /** Other facts, or back again. */
    CHANGE,
    /** Left there. */
    END
  }
}
