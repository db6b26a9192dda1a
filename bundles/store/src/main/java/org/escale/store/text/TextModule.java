package org.escale.store.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Function;
import org.escale.money.Money;
import org.escale.terms.RuleRef;
import org.escale.word.Id;

/** Ids, rule references, money and decimals as plain strings. */
final class TextModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addSerializers(new Writers());
    context.addDeserializers(new Readers());
  }

  private static final class Writers extends Serializers.Base {
    @Override
    public JsonSerializer<?> findSerializer(
        SerializationConfig config, JavaType type, BeanDescription description) {
      var raw = type.getRawClass();
      if (Id.class.isAssignableFrom(raw)) {
        return new Text<>(Id.class, Id::value);
      }
      if (raw == RuleRef.class) {
        return new Text<>(RuleRef.class, RuleRef::value);
      }
      if (raw == BigDecimal.class) {
        return new Text<>(BigDecimal.class, BigDecimal::toPlainString);
      }
      return raw == Money.class ? new Text<>(Money.class, Money::toString) : null;
    }
  }

  private static final class Readers extends Deserializers.Base {
    @Override
    public JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      var raw = type.getRawClass();
      if (raw == Money.class) {
        return new Parsed(raw, TextModule::money);
      }
      return Id.class.isAssignableFrom(raw) || raw == RuleRef.class
          ? new Parsed(raw, constructor(raw))
          : null;
    }
  }

  private static Object money(String text) {
    int space = text.indexOf(' ');
    return new Money(
        new BigDecimal(text.substring(0, space)), Currency.getInstance(text.substring(space + 1)));
  }

  private static Function<String, Object> constructor(Class<?> type) {
    try {
      var constructor = type.getConstructor(String.class);
      return text -> {
        try {
          return constructor.newInstance(text);
        } catch (ReflectiveOperationException e) {
          throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
        }
      };
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " is not made from a text", e);
    }
  }

  private static final class Text<T> extends StdScalarSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<T, String> text;

    Text(Class<T> type, Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(text.apply(value));
    }
  }

  /**
   * Reads a value from a text. What many words name (their centre, their company) is one object in
   * all of them: the last values of each type are remembered, in no particular order. Values are
   * immutable, so that a thread sees one whole or not at all.
   */
  private static final class Parsed extends StdScalarDeserializer<Object> {
    private static final long serialVersionUID = 1L;
    private static final int REMEMBERED = 1024;

    private record Seen(String text, Object value) {}

    private final transient Function<String, Object> parse;
    private final transient Seen[] last = new Seen[REMEMBERED];

    Parsed(Class<?> type, Function<String, Object> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
      var text = json.getText();
      int slot = Math.floorMod(text.hashCode(), REMEMBERED);
      var seen = last[slot];
      if (seen == null || !seen.text().equals(text)) {
        seen = new Seen(text, parse.apply(text));
        last[slot] = seen;
      }
      return seen.value();
    }
  }
}
