package org.escale.box;

import java.io.IOException;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** Tests of a box that has its enrolment file and was not started yet. */
public abstract class PluggedBox {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  Plugged box;

  @Before
  public void aBoxWithItsEnrolmentFile() throws IOException {
    box = new Plugged(temporary.getRoot().toPath());
  }

  @After
  public void close() {
    box.close();
  }
}
