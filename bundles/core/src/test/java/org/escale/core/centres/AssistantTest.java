package org.escale.core.centres;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.refusal.RefusalCode;
import org.escale.service.Onboarding;
import org.junit.After;
import org.junit.Test;

/** How a centre's system is brought in. */
public class AssistantTest {
  private final Mill mill = new Mill();
  private final Onboarding onboarding = new Assistant(mill.hall.house.systems);

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void theKindsThatAreHereSayWhatTheyWantToWhoInstallsThem() {
    var kinds = Answers.done(onboarding.kinds(mill.hall.house.federation()));
    assertEquals(List.of("toy"), kinds.stream().map(Onboarding.Kind::name).toList());
    var asked = kinds.get(0).settings().get(0);
    assertEquals("password", asked.name());
    assertTrue(asked.secret() && asked.preset().isEmpty());
    Answers.refused(RefusalCode.NOT_ALLOWED, onboarding.kinds(mill.hall.house.desk("x")));
  }
}
