package org.escale.soap.step;

import java.util.Set;
import java.util.function.BiConsumer;
import org.escale.caller.Operation;
import org.escale.soap.call.Answer;
import org.escale.soap.call.Ask;

/**
 * One operation of the WSDL.
 *
 * @param name of the request element
 * @param as what the caller must be allowed, any one of them
 * @param does asks the use case and writes the answer into the response element
 */
public record Step(String name, Set<Operation> as, BiConsumer<Ask, Answer> does) {

  static Step of(String name, BiConsumer<Ask, Answer> does, Operation... as) {
    return new Step(name, Set.of(as), does);
  }
}
