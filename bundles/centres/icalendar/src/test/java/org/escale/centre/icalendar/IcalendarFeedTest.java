package org.escale.centre.icalendar;

import java.io.IOException;
import org.escale.tck.centre.CentreFeedContract;
import org.escale.tck.centre.CentreLab;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** The rules of feeds, against a real file server. */
public class IcalendarFeedTest extends CentreFeedContract {
  private static PublishedLab lab;

  @BeforeClass
  public static void start() {
    lab = new PublishedLab();
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
