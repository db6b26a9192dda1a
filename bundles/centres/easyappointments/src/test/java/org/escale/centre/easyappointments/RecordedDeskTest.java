package org.escale.centre.easyappointments;

import java.io.IOException;
import org.escale.tck.centre.CentreDeskContract;
import org.escale.tck.centre.CentreLab;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** The rules of desks, against recorded shapes. */
public class RecordedDeskTest extends CentreDeskContract {
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
