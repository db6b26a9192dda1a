package org.escale.centre.csv;

import java.io.IOException;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.CentreTruthContract;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** What a folder earns. */
public class FolderTruthTest extends CentreTruthContract {
  private static FolderLab lab;

  @BeforeClass
  public static void start() throws IOException {
    lab = new FolderLab();
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
