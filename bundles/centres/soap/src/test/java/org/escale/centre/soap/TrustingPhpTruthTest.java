package org.escale.centre.soap;

import java.io.IOException;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.CentreTruthContract;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** What a system earns that writes without a check. */
public class TrustingPhpTruthTest extends CentreTruthContract {
  private static PhpLab lab;

  @BeforeClass
  public static void start() throws IOException {
    lab = new PhpLab(false);
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
