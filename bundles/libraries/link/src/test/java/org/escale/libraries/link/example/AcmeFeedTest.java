package org.escale.libraries.link.example;

import java.io.IOException;
import org.escale.tck.centre.CentreFeedContract;
import org.escale.tck.centre.CentreLab;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** The rules of feeds, against an Acme server. */
public class AcmeFeedTest extends CentreFeedContract {
  private static AcmeLab lab;

  @BeforeClass
  public static void start() throws IOException {
    lab = new AcmeLab();
  }

  @AfterClass
  public static void stop() {
    lab.close();
  }

  @Override
  protected CentreLab lab() {
    return lab;
  }
}
