package org.escale.centre.csv;

import java.io.IOException;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.CentreTruthContract;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** What OpenSSH's server earns. */
public class SftpTruthTest extends CentreTruthContract {
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
