package org.escale.centre.easyappointments;

import java.io.IOException;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.CentreTruthContract;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** What is claimed, against recorded shapes. */
public class RecordedTruthTest extends CentreTruthContract {
  private static RecordedLab lab;

  @BeforeClass
  public static void start() throws IOException {
    lab = new RecordedLab();
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
