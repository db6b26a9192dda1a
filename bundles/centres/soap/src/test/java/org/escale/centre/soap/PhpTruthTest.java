package org.escale.centre.soap;

import java.io.IOException;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.CentreTruthContract;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** What a system earns that checks and writes in one step. */
public class PhpTruthTest extends CentreTruthContract {
  private static PhpLab lab;

  @BeforeClass
  public static void start() throws IOException {
    lab = new PhpLab(true);
  }

  @AfterClass
  public static void stop() throws IOException {
    lab.close();
  }

  @Override
  protected CentreLab lab() {
    return lab;
  }
}
