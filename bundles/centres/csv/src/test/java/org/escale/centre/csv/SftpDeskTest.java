package org.escale.centre.csv;

import java.io.IOException;
import org.escale.tck.centre.CentreDeskContract;
import org.escale.tck.centre.CentreLab;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** The rules of desks, against OpenSSH's server. */
public class SftpDeskTest extends CentreDeskContract {
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
