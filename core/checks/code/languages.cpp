// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// From the grammars of the languages and what their programs commonly start with. Signs are taken at line
// starts where they can be, with names spelt out, so that prose about programming stays prose.
#include "core/checks/code/languages.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse {

namespace {

constexpr CodeSign signs[] = {
    {"c", R"(^[ \t]*#[ \t]*include [<"][A-Za-z0-9_./]{1,60}[>"])", 1.5, "cpp"},
    {"c", R"(^#include <(stdio|stdlib|string|unistd|stdint|errno)\.h>)", 1.0},
    {"c", R"(\bint main\((void|int argc)?)", 1.2, "cpp"},
    {"c", R"(\b(printf|fprintf|malloc|free|memcpy|strlen|sizeof)\(["a-z*])", 0.7, "cpp"},
    {"c", R"(^[ \t]*(typedef )?struct [a-z_]{1,40} ?\{)", 0.8},
    {"cpp", R"(^#include <(iostream|vector|string|map|memory|algorithm|utility|functional)>)", 1.5},
    {"cpp", R"(\bstd::[a-z_]{2,30})", 1.2},
    {"cpp", R"(^[ \t]*using namespace [a-z:]{1,40};)", 1.5},
    {"cpp", R"(\b(cout|cerr) <<|\bcin >>)", 1.2},
    {"cpp", R"(^[ \t]*template ?<)", 1.2},
    {"csharp", R"(^using [A-Z][A-Za-z.]{2,60};)", 1.5},
    {"csharp", R"(\bConsole\.(Write|Read))", 1.3},
    {"csharp", R"(\{ get; (private |protected |init|set))", 1.5},
    {"csharp", R"(^namespace [A-Z][A-Za-z.]{1,60}[ \t]*[;{]?[ \t]*$)", 1.0},
    {"csharp", R"(\b(public|private|protected) (static )?(async )?(Task|string|bool|void|override) )", 0.8},
    {"css", R"(^[ \t]*[.#]?[a-zA-Z][a-zA-Z0-9_-]{0,40} ?\{[ \t]*$)", 0.8},
    {"css",
        R"(^[ \t]*(color|margin|padding|display|font-size|font-family|background-color|border|width): [^;\n]{1,60};)",
        0.9},
    {"go", R"(^package [a-z]{2,30}[ \t]*$)", 1.2},
    {"go", R"(^func (\([a-z]{1,10} \*?[A-Z][A-Za-z]{0,30}\) )?[A-Za-z]{1,40}\()", 1.2},
    {"go", R"(\bfmt\.(Print|Sprint|Fprint|Errorf))", 1.3},
    {"go", R"(\bif err != nil \{)", 1.5},
    {"go", R"(^[ \t]*[a-z][A-Za-z, _]{0,40} := [A-Za-z&\[])", 0.9},
    {"html", R"(<![Dd][Oo][Cc][Tt][Yy][Pp][Ee] html)", 2.0},
    {"html", R"(<(html|head|body|script|style|div|table|form|section|button|iframe)[ >])", 1.0},
    {"html", R"(</(html|head|body|script|style|div|table|form|section|button|span|ul|p|h1)>)", 1.0},
    {"java", R"(\bpublic static void main\(String)", 2.0},
    {"java", R"(\bSystem\.(out|err)\.print)", 1.5},
    {"java", R"(^import (static )?(java|javax|org|com)\.[A-Za-z0-9_.*]{2,80};)", 1.5},
    {"java", R"(\bpublic (static |final |abstract )?(class|interface|enum) [A-Z])", 1.2, "csharp"},
    {"java", R"(^[ \t]*@(Override|Autowired|Test|Entity)\b)", 1.0},
    {"java",
        R"(\bprivate (static |final ){0,2}(int|long|String|boolean|double|List<[A-Za-z]{1,30}>) [a-zA-Z]{1,40}( =|;))",
        1.0},
    {"javascript", R"(^[ \t]*(const|let|var) [A-Za-z_$\[{][A-Za-z0-9_$, \]}]{0,60} = )", 1.1, "typescript"},
    {"javascript", R"(\bfunction [A-Za-z_$][A-Za-z0-9_$]{0,40}\([A-Za-z0-9_$, ={}]{0,80}\) ?\{)", 1.3,
        "typescript"},
    {"javascript", R"(\)? => ?[{(])", 0.7, "typescript"},
    {"javascript", R"(\bconsole\.(log|error|warn|info)\()", 1.3, "typescript"},
    {"javascript", R"(= require\(['"])", 1.3, "typescript"},
    {"javascript", R"(^import [A-Za-z_{}, *$]{1,80} from ['"])", 1.5, "typescript"},
    {"javascript", R"(^export (default|const|function|class|async) )", 1.2, "typescript"},
    {"javascript", R"(\b(document\.(getElementById|querySelector|addEventListener)|module\.exports))", 1.3,
        "typescript"},
    {"kotlin", R"(^[ \t]*(private |override |suspend )?fun [a-zA-Z]{1,40}\()", 1.3},
    {"kotlin", R"(^[ \t]*va[lr] [a-z][A-Za-z]{0,40}(: [A-Z][A-Za-z<>?]{0,30})? = )", 1.0},
    {"kotlin", R"(^[ \t]*data class [A-Z])", 1.3},
    {"perl", R"(^use (strict|warnings);)", 1.5},
    {"perl", R"(^[ \t]*my [$@%][a-z_]{1,40})", 1.3},
    {"php", R"(<\?php)", 2.0},
    {"php", R"(\$_(GET|POST|SESSION|SERVER|COOKIE)\[)", 1.5},
    {"php", R"(\$this->[a-z])", 1.2},
    {"php", R"(^[ \t]*\$[a-z_]{1,40} = [^\n]{1,200};[ \t]*$)", 1.0},
    {"php", R"(^[ \t]*echo ['"$])", 0.6},
    {"powershell", R"(^[ \t]*\$[A-Za-z]{1,40} = (Get|New|Import|Invoke)-[A-Z])", 1.6},
    {"powershell", R"(\| (Where|ForEach|Select|Sort)-Object)", 1.5},
    {"powershell",
        R"(\b(Get-ChildItem|Get-Content|Get-Process|Get-Service|Set-Content|New-Item|Remove-Item|Invoke-WebRequest|Invoke-Expression|Write-Host|Write-Output|Import-Module|Start-Process)\b)",
        1.2},
    {"powershell", R"( -(ErrorAction|ComputerName|ExecutionPolicy|Recurse|Force)\b)", 0.9},
    {"python", R"(^[ \t]*(async )?def [A-Za-z_][A-Za-z0-9_]{0,60}\([^\n]{0,200}\)( ?->[^\n]{1,60})?:)", 1.6},
    {"python", R"(^[ \t]*from [A-Za-z_][A-Za-z0-9_.]{0,60} import [A-Za-z_*(])", 1.5},
    {"python",
        R"(^import (os|sys|re|json|time|math|random|numpy|pandas|requests|subprocess|logging|datetime|socket|torch)\b)",
        1.3},
    {"python", R"(^[ \t]*class [A-Z][A-Za-z0-9_]{0,60}(\([A-Za-z0-9_., ]{0,60}\))?:)", 1.2},
    {"python", R"(^[ \t]*(if|elif|while|for) [^\n]{1,120}:[ \t]*$)", 0.6},
    {"python", R"(^[ \t]*(try|else|finally|except[A-Za-z ]{0,40}):[ \t]*$)", 0.7},
    {"python", R"(^[ \t]*(print|return|yield)[ (][A-Za-z"'f\[{])", 0.5},
    {"python", R"(\b__(name|init|main)__\b)", 1.0},
    {"python", R"(\bself\.[a-z_]{1,40})", 0.7},
    {"python", R"(^[ \t]*"{3})", 0.5},
    {"python", R"(^[ \t]*>>> [a-z])", 0.8},
    {"ruby", R"(^[ \t]*def [a-z_]{1,40}[?!]?(\([a-z_, =:]{0,60}\))?[ \t]*$)", 1.1},
    {"ruby", R"(^[ \t]*end[ \t]*$)", 0.7},
    {"ruby", R"(\bdo \|[a-z_, ]{1,40}\|)", 1.5},
    {"ruby", R"(^[ \t]*puts ['"a-z])", 0.9},
    {"ruby", R"(^[ \t]*(attr_accessor|attr_reader|attr_writer) :)", 1.5},
    {"ruby", R"(^require ['"])", 1.2},
    {"rust", R"(\bfn [a-z_][a-z0-9_]{0,40}(<[A-Za-z', :]{1,40}>)?\()", 1.2},
    {"rust", R"(\blet mut [a-z_])", 1.3},
    {"rust", R"(\b(println|format|vec|panic|assert_eq)!\(|\bvec!\[)", 1.4},
    {"rust", R"(^[ \t]*use (std|crate|super|self|tokio|serde)::)", 1.5},
    {"rust", R"(^[ \t]*#\[(derive|cfg|test|tokio))", 1.5},
    {"rust", R"(^[ \t]*(pub )?(impl|struct|enum|trait|mod)(<[A-Za-z', :]{1,40}>)? [A-Za-z<>, ]{1,60} \{)",
        0.9},
    {"shell", R"(^#!/(usr/)?bin/(env )?(ba|z|da|k)?sh)", 2.0},
    {"shell", R"(\bif \[\[? [^\n]{1,100} \]\]?; ?then)", 1.6},
    {"shell", R"(^[ \t]*(fi|done|esac)[ \t]*$)", 1.0},
    {"shell",
        R"(^[ \t]*[$#]? ?(sudo|apt-get|chmod|chown|mkdir|curl|wget|grep|tar|docker|kubectl|git|npm|pip|pip3|systemctl|ssh|scp) [A-Za-z0-9./$"'~-])",
        0.9},
    {"shell", R"(\| ?(grep|awk|sed|xargs|sort|head|tail|wc|bash|sh|base64)( |$))", 1.2},
    {"shell", R"( && (cd|make|sudo|npm|apt|apt-get|git|rm|cp|mv|chmod) )", 1.1},
    {"shell", R"(\b(rm -rf|chmod \+x|curl -[A-Za-z]{1,6}|wget -[A-Za-z]{1,6}|tar -?x[a-z]{1,4}) )", 1.2},
    {"shell", R"(^[ \t]*(for [a-z_]{1,20} in [^\n]{1,100}; ?do|while [^\n]{1,100}; ?do))", 1.6},
    {"shell", R"(^[ \t]*export [A-Z_]{2,40}=)", 1.3},
    {"sql", R"(\bSELECT [^\n;]{1,300}(\s)FROM [A-Za-z_"\[`])", 2.0},
    {"sql",
        R"(\bselect (\*|count\(|distinct |[a-z_.]{1,40}(, ?[a-z_.]{1,40}){1,20}) from [a-z_.]{1,60}( where | order by | group by | limit | join |;))",
        2.0},
    {"sql", R"(\b(INSERT INTO|insert into) [A-Za-z_."`]{1,60} ?(\(|VALUES|values|SELECT|select))", 2.0},
    {"sql", R"(\b(UPDATE|update) [A-Za-z_."`]{1,60} (SET|set) [A-Za-z_."`]{1,60} ?= ?)", 2.0},
    {"sql", R"(\b(DELETE FROM|delete from) [A-Za-z_."`]{1,60} ?(WHERE|where|;))", 2.0},
    {"sql", R"(\b(CREATE|ALTER|DROP) (TABLE|INDEX|VIEW|DATABASE|USER|FUNCTION|PROCEDURE) )", 2.0},
    {"sql", R"(\b(INNER|LEFT|RIGHT|FULL|CROSS) (OUTER )?JOIN |\b(GROUP|ORDER) BY [a-z])", 1.0},
    {"swift", R"(^import (UIKit|SwiftUI|Foundation|Combine)\b)", 1.8},
    {"swift",
        R"(^[ \t]*(private |public |override )?func [a-z][A-Za-z]{0,40}\([^\n]{0,120}\)( -> [A-Z][^\n]{0,40})? \{)",
        1.4},
    {"swift", R"(\b(guard|if) let [a-z][A-Za-z]{0,40} = )", 1.3},
    {"typescript", R"(^[ \t]*(export )?interface [A-Z][A-Za-z0-9]{0,40} (extends [A-Z][A-Za-z]{0,40} )?\{)",
        1.2},
    {"typescript", R"([A-Za-z_)]\??: (string|number|boolean|void|any|unknown)(\[\])?[;,)= ])", 1.2},
    {"typescript", R"(^[ \t]*(export )?type [A-Z][A-Za-z0-9]{0,40} = )", 1.5},
};

struct FenceName {
    std::string_view name, language;
};
// "" : no code.
constexpr FenceName fenceNames[] = {{"bash", "shell"}, {"bat", "shell"}, {"batch", "shell"}, {"c", "c"},
    {"c#", "csharp"}, {"c++", "cpp"}, {"cc", "cpp"}, {"cmd", "shell"}, {"console", "shell"}, {"cpp", "cpp"},
    {"cs", "csharp"}, {"csharp", "csharp"}, {"css", "css"}, {"csv", ""}, {"diff", ""}, {"go", "go"},
    {"golang", "go"}, {"h", "c"}, {"hpp", "cpp"}, {"htm", "html"}, {"html", "html"}, {"ini", ""},
    {"java", "java"}, {"javascript", "javascript"}, {"js", "javascript"}, {"json", ""}, {"json5", ""},
    {"jsonc", ""}, {"jsonl", ""}, {"jsx", "javascript"}, {"kotlin", "kotlin"}, {"kt", "kotlin"},
    {"latex", ""}, {"log", ""}, {"markdown", ""}, {"math", ""}, {"md", ""}, {"mermaid", ""},
    {"mjs", "javascript"}, {"mysql", "sql"}, {"node", "javascript"}, {"output", ""}, {"patch", ""},
    {"perl", "perl"}, {"php", "php"}, {"pl", "perl"}, {"plain", ""}, {"plaintext", ""}, {"postgresql", "sql"},
    {"powershell", "powershell"}, {"ps1", "powershell"}, {"psql", "sql"}, {"pwsh", "powershell"},
    {"py", "python"}, {"python", "python"}, {"python3", "python"}, {"rb", "ruby"}, {"rs", "rust"},
    {"ruby", "ruby"}, {"rust", "rust"}, {"scss", "css"}, {"sh", "shell"}, {"shell", "shell"}, {"sql", "sql"},
    {"svg", ""}, {"swift", "swift"}, {"table", ""}, {"tex", ""}, {"text", ""}, {"toml", ""},
    {"ts", "typescript"}, {"tsv", ""}, {"tsx", "typescript"}, {"txt", ""}, {"typescript", "typescript"},
    {"xml", ""}, {"yaml", ""}, {"yml", ""}, {"zsh", "shell"}};

} // namespace

std::span<const CodeSign> codeSigns()
{
    return signs;
}

std::optional<std::string_view> fencedLanguage(std::string_view info)
{
    std::string name;
    for (const char c : info) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '{' || c == ',' || c == ':') {
            if (!name.empty())
                break;
            continue;
        }
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (name.empty())
        return {};
    const auto found = std::find_if(std::begin(fenceNames), std::end(fenceNames),
        [&](const FenceName &known) { return known.name == name; });
    return found == std::end(fenceNames) ? "other" : found->language;
}

} // namespace gatehouse
