// Unpacks the program and starts it. Whatever goes wrong is said in Vietnamese, with what to do: never a blank page.
(function () {
  "use strict";
  var KEPT = "Dữ liệu đã lưu vẫn còn.";
  var failed = false;

  function paragraph(kind, text, name) {
    var element = document.createElement(kind);
    element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  // Lays the message over the page: what the program drew stays below, but can no longer be trusted.
  function fail(what, remedy, error) {
    if (failed) return;
    failed = true;
    var box = document.createElement("main");
    box.className = "boot boot-over";
    box.setAttribute("role", "alert");
    box.appendChild(paragraph("h1", what));
    box.appendChild(paragraph("p", remedy));
    var again = paragraph("button", "Tải lại trang", "boot-again");
    again.addEventListener("click", function () { location.reload(); });
    box.appendChild(again);
    if (error) box.appendChild(paragraph("p", String(error), "boot-detail"));
    document.body.appendChild(box);
    document.documentElement.setAttribute("data-failed", "");
    again.focus();
    if (error && window.console) console.error(error);
  }

  function stopped(error) {
    // The program has said so itself, and offers what it holds in memory: nothing may lie over that.
    if (document.getElementById("da-dung")) {
      document.documentElement.setAttribute("data-failed", "");
      return;
    }
    fail("Trang gặp lỗi và đã dừng",
      KEPT + " Việc vừa làm dở có thể phải ghi lại. Tải lại trang để làm tiếp; nếu lỗi lặp lại, gửi dòng chữ nhỏ dưới đây cho người hỗ trợ.",
      error);
  }

  function cannotStart(error) {
    fail("Trang chưa mở được",
      KEPT + " Tải lại trang. Nếu vẫn vậy, tệp cchc.html có thể bị thiếu khi chép: chép lại tệp, hoặc mở bằng trình duyệt khác.",
      error);
  }

  // A trap of the program reaches the window as a RuntimeError: from there on its state is not to be trusted.
  function watch(error) {
    if (window.WebAssembly && error instanceof WebAssembly.RuntimeError) stopped(error);
  }
  window.addEventListener("error", function (event) { watch(event.error); });
  window.addEventListener("unhandledrejection", function (event) { watch(event.reason); });

  // Two signs carry 13 bits, a last one alone 6. Written by xtask/src/build/dense.rs.
  function unpack(text) {
    var bytes = new Uint8Array(((text.length >> 1) * 13 + (text.length & 1) * 6) >> 3);
    function digit(i) {
      var code = text.charCodeAt(i);
      return code > 60 ? code - 36 : code - 35;
    }
    for (var i = 0, at = 0, bits = 0, held = 0; i < text.length; i += 2) {
      var pair = i + 1 < text.length;
      bits |= (pair ? digit(i) + digit(i + 1) * 91 : digit(i)) << held;
      for (held += pair ? 13 : 6; held >= 8; held -= 8) {
        bytes[at++] = bits & 255;
        bits >>= 8;
      }
    }
    return bytes;
  }

  // After the whole page is there: a page cut in half must say so instead of waiting for the rest.
  document.addEventListener("DOMContentLoaded", function () {
    if (!window.WebAssembly || !window.DecompressionStream || !window.Response) {
      fail("Trình duyệt này quá cũ",
        "Trang cần Chrome, Edge, Cốc Cốc từ bản 109, Firefox từ bản 115 hoặc Safari từ bản 16.4. " +
        "Mở lại tệp cchc.html bằng một trong các trình duyệt đó. " + KEPT);
      return;
    }
    try {
      var data = document.getElementById("wasm");
      var packed = new Blob([unpack(data.textContent)]);
      data.remove();
      var stream = packed.stream().pipeThrough(new DecompressionStream("gzip"));
      var program = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
      wasm_bindgen({ module_or_path: program }).catch(cannotStart);
    } catch (error) {
      cannotStart(error);
    }
  });
})();
