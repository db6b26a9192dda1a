package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Method;
import java.util.List;
import org.escale.rest.call.Does;
import org.junit.Test;

/** The door opens when all of it is there, and everything it serves says what it does. */
public final class DoorTest {
  @Test
  public void theDoorWaitsForEveryResourceAndExtension() {
    assertEquals(RestDoor.RESOURCES, Served.resources().size());
    assertEquals(RestDoor.EXTENSIONS, Served.extensions().size());
  }

  @Test
  public void everyMethodSaysWhatItDoesAndForWhom() {
    List<Method> silent =
        Served.methods().stream().filter(m -> !m.isAnnotationPresent(Does.class)).toList();
    assertEquals(List.of(), silent);
  }

  @Test
  public void resourcesShareOneRootSoThatEveryPathIsFound() {
    for (var resource : Served.resources()) {
      assertEquals(resource.getName(), "/", resource.getAnnotation(javax.ws.rs.Path.class).value());
    }
  }

  @Test
  public void onlyTheDoorItselfIsForAnybody() {
    var open =
        Served.methods().stream()
            .filter(m -> m.getAnnotation(Does.class).anybody())
            .map(m -> m.getDeclaringClass().getSimpleName() + "." + m.getName())
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "BoxDoorResource.beat",
            "BoxDoorResource.certificate",
            "BoxDoorResource.configuration",
            "BoxDoorResource.deviceAuthority",
            "BoxDoorResource.down",
            "BoxDoorResource.enrol",
            "BoxDoorResource.entitlements",
            "BoxDoorResource.events",
            "BoxDoorResource.up",
            "BoxWaitResource.changed",
            "BusyCalendarResource.read",
            "DocumentResource.document",
            "LoginResource.login",
            "OpenDataResource.slots",
            "OpenDataResource.spaces",
            "RoutesResource.get",
            "RoutesResource.post",
            "SecretsResource.ring",
            "SecretsResource.tell",
            "VersionsResource.list"),
        open);
    assertTrue(Served.methods().size() > 60);
  }
}
