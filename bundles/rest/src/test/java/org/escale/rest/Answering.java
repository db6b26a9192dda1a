package org.escale.rest;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A service of which a test answers only the methods that it needs, by name. */
final class Answering<S> {
  private final Class<S> of;
  private final Map<String, Function<Object[], Object>> answers = new HashMap<>();

  private Answering(Class<S> of) {
    this.of = of;
  }

  static <S> Answering<S> service(Class<S> of) {
    return new Answering<>(of);
  }

  Answering<S> to(String method, Function<Object[], Object> answer) {
    answers.put(method, answer);
    return this;
  }

  S here() {
    var proxy =
        Proxy.newProxyInstance(
            of.getClassLoader(),
            new Class<?>[] {of},
            (self, method, args) -> {
              var answer = answers.get(method.getName());
              if (answer == null) {
                throw new IllegalStateException("nobody expected " + method);
              }
              return answer.apply(args);
            });
    return of.cast(proxy);
  }
}
