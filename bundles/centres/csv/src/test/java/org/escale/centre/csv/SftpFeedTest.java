package org.escale.centre.csv;

import java.io.IOException;
import org.escale.tck.centre.CentreFeedContract;
import org.escale.tck.centre.CentreLab;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** The rules of feeds, against OpenSSH's server. */
public class SftpFeedTest extends CentreFeedContract {
  private static SftpLab lab;

  @BeforeClass
  public static void start() throws IOException {
    lab = new SftpLab();
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
