package dev.tuff.engine.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** The multibyte encodings of East Asia, by the charsets of the JDK and with Python's error handling. */
public final class CharsetCodec {
  private final String name;
  private final Charset charset;

  private CharsetCodec(String name, Charset charset) {
    this.name = name;
    this.charset = charset;
  }

  /** The codec that Python calls {@code name}; null if the JDK has none like it. */
  public static CharsetCodec of(String name) {
    String java = switch (name) {
      case "gb2312" -> "GB2312";
      case "gbk" -> "GBK";
      case "gb18030" -> "GB18030";
      case "big5" -> "Big5";
      case "cp950" -> "x-windows-950";
      case "big5hkscs" -> "Big5-HKSCS";
      case "cp932" -> "windows-31j";
      case "shift_jis" -> "Shift_JIS";
      case "shift_jis_2004", "shift_jisx0213" -> "x-SJIS_0213";
      case "euc_jp" -> "EUC-JP";
      case "iso2022_jp" -> "ISO-2022-JP";
      case "iso2022_jp_1", "iso2022_jp_2" -> "ISO-2022-JP-2";
      case "euc_kr" -> "EUC-KR";
      case "cp949" -> "x-windows-949";
      case "johab" -> "x-Johab";
      case "iso2022_kr" -> "ISO-2022-KR";
      default -> null;
    };
    return java != null && Charset.isSupported(java) ? new CharsetCodec(name, Charset.forName(java)) : null;
  }

  public Encoder newEncoder() {
    return new Encoder();
  }

  public Decoder newDecoder() {
    return new Decoder();
  }

  /** Encodes a text in one or several parts. */
  public final class Encoder {
    private final CharsetEncoder encoder = charset.newEncoder().onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(2);
    private final ByteBuffer bytes = ByteBuffer.allocate(64);

    private Encoder() {}

    public void reset() {
      encoder.reset();
    }

    /** {@code value}: a plain str value; {@code last}: shift sequences end here. */
    public byte[] encode(Object value, String errors, boolean last) {
      ByteSink sink = new ByteSink(16);
      sink.put(new Run(value, errors).run());
      if (last) {
        bytes.clear();
        encoder.encode(CharBuffer.allocate(0), bytes, true);
        encoder.flush(bytes);
        encoder.reset();
        drain(sink);
      }
      return sink.toArray();
    }

    private void drain(ByteSink sink) {
      bytes.flip();
      while (bytes.hasRemaining()) {
        sink.put(bytes.get());
      }
    }

    private final class Run extends Encoding {
      Run(Object value, String errors) {
        super(name, "illegal multibyte sequence", value, errors);
      }

      @Override
      boolean oneByOne() {
        return true;
      }

      @Override
      boolean canPut(int c) {
        return (c < 0xD800 || c > 0xDFFF) && encoder.canEncode(Character.toString(c));
      }

      @Override
      boolean put(int c) {
        if (c >= 0xD800 && c <= 0xDFFF) {
          return false;
        }
        chars.clear();
        chars.put(Character.toChars(c)).flip();
        bytes.clear();
        CoderResult r = encoder.encode(chars, bytes, false);
        if (r.isError()) {
          return false;
        }
        drain(out);
        return true;
      }
    }
  }

  /** Decodes bytes in one or several parts. */
  public final class Decoder {
    private final CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);

    private Decoder() {}

    public void reset() {
      decoder.reset();
    }

    /** Decodes what is complete; {@code consumed[0]} tells how many bytes that were. */
    public Object decode(byte[] b, String errors, boolean last, int[] consumed) {
      Run run = new Run(b, errors, last);
      Object r = run.decode();
      consumed[0] = run.at;
      if (last) {
        decoder.reset();
      }
      return r;
    }

    private final class Run extends Decoding {
      Run(byte[] in, String errors, boolean last) {
        super(name, in, errors, last);
      }

      @Override
      void run() {
        CharBuffer chars = CharBuffer.allocate(1024);
        while (at < in.length) {
          ByteBuffer bytes = ByteBuffer.wrap(in, at, in.length - at);
          chars.clear();
          CoderResult r = decoder.decode(bytes, chars, false);
          at = bytes.position();
          out.utf16(chars.flip().toString());
          if (r.isError()) {
            bad(at, Math.min(in.length, at + r.length()), "illegal multibyte sequence");
          } else if (r.isUnderflow() && at < in.length) {
            if (!last) {
              return;
            }
            bad(at, in.length, "incomplete multibyte sequence");
          }
        }
      }
    }
  }
}
