package org.escale.centre.easyappointments;

import java.io.IOException;
import org.escale.tck.centre.CentreAdapterContract;
import org.escale.tck.centre.CentreLab;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** The rules of every adapter, against recorded shapes. */
public class RecordedAdapterTest extends CentreAdapterContract {
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
