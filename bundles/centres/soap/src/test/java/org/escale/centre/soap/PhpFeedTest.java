package org.escale.centre.soap;

import java.io.IOException;
import org.escale.tck.centre.CentreFeedContract;
import org.escale.tck.centre.CentreLab;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** The rules of feeds, against PHP's own SoapServer. */
public class PhpFeedTest extends CentreFeedContract {
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
