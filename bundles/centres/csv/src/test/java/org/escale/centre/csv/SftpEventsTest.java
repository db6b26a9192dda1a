package org.escale.centre.csv;

import java.io.IOException;
import org.escale.tck.centre.CentreEventsContract;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.EventStaff;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** The rules of events, against OpenSSH's server. */
public class SftpEventsTest extends CentreEventsContract {
  private static SftpLab lab;
  private static FileDiary diary;

  @BeforeClass
  public static void start() throws IOException {
    lab = new SftpLab();
    diary = new FileDiary(lab.staff());
  }

  @AfterClass
  public static void stop() throws IOException {
    lab.close();
  }

  @Override
  protected CentreLab lab() {
    return lab;
  }

  @Override
  protected EventStaff diary() {
    return diary;
  }
}
