// SPDX-License-Identifier: Apache-2.0
// A stand-in for go, gcc and other tools: plays a script. The script is the file in FAKEGO_SCRIPT, or else the one next
// to the program as it was called, with ".script" added ("root/bin/go.script"), so copies of it can play different
// ones.
//
// Commands, one a line; "#" starts a comment:
//   out TEXT, err TEXT    prints a line
//   sleep MILLISECONDS
//   record FILE           appends "arg: ...", "cwd: ..." and "env: NAME=VALUE" lines and an empty line
//   write TEXT            makes the file named by -o with TEXT in it
//   copy FILE             makes the file named by -o as a copy of FILE, together with FILE's script if it has one
//   when NAME PART ...    plays the command "..." if PART occurs in the environment variable NAME
//   exit CODE
//   crash
// What follows a "[WORD PART...]" line is played only when the first argument is WORD and each PART occurs in some
// argument. Of the sections that fit, the one with most words is played; "[*]" fits always.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace {

using Words = std::vector<std::string>;

Words wordsOf(const std::string &text)
{
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), std::istream_iterator<std::string>()};
}

bool fits(const Words &header, const Words &arguments)
{
    if (header.empty() || header[0] == "*")
        return true;
    if (arguments.empty() || header[0] != arguments[0])
        return false;
    return std::all_of(header.begin() + 1, header.end(), [&](const std::string &part) {
        return std::any_of(arguments.begin(), arguments.end(),
                           [&](const std::string &argument) { return argument.find(part) != std::string::npos; });
    });
}

/// What stands before the first section, and the section that fits best.
Words linesToPlay(std::istream &script, const Words &arguments)
{
    struct Section
    {
        Words header;
        Words lines;
    };
    std::vector<Section> sections(1);
    for (std::string line; std::getline(script, line);) {
        if (line.empty() || line[0] == '#')
            continue;
        if (line[0] != '[') {
            sections.back().lines.push_back(line);
        } else {
            sections.push_back({wordsOf(line.substr(1, line.find(']') - 1)), {}});
        }
    }
    Words lines = sections[0].lines;
    const Section *best = nullptr;
    for (size_t i = 1; i < sections.size(); ++i) {
        const Section &section = sections[i];
        const bool isBetter = !best || best->header[0] == "*" || section.header.size() > best->header.size();
        if (isBetter && fits(section.header, arguments) && (!best || section.header[0] != "*"))
            best = &section;
    }
    if (best)
        lines.insert(lines.end(), best->lines.begin(), best->lines.end());
    return lines;
}

struct Call
{
    Words arguments;
    Words environment;
};

std::string outputFile(const Call &call)
{
    const auto flag = std::find(call.arguments.begin(), call.arguments.end(), "-o");
    return flag == call.arguments.end() || flag + 1 == call.arguments.end() ? std::string() : *(flag + 1);
}

void record(const Call &call, const std::string &path)
{
    std::ofstream file(path, std::ios::app);
    for (const std::string &argument : call.arguments)
        file << "arg: " << argument << '\n';
    file << "cwd: " << std::filesystem::current_path().string() << '\n';
    for (const std::string &entry : call.environment)
        file << "env: " << entry << '\n';
    file << '\n';
}

void copyTool(const Call &call, const std::string &from)
{
    constexpr auto how = std::filesystem::copy_options::overwrite_existing;
    std::filesystem::copy_file(from, outputFile(call), how);
    if (const std::filesystem::path script = from + ".script"; std::filesystem::exists(script))
        std::filesystem::copy_file(script, outputFile(call) + ".script", how);
}

void play(const Call &call, const std::string &line);

void playWhen(const Call &call, const std::string &text)
{
    std::istringstream stream(text);
    std::string name;
    std::string part;
    std::string command;
    stream >> name >> part >> std::ws;
    std::getline(stream, command);
    const char *value = std::getenv(name.c_str());
    if (value && std::string(value).find(part) != std::string::npos)
        play(call, command);
}

using Command = void (*)(const Call &call, const std::string &text);

const std::map<std::string, Command> Commands{
    {"out", [](const Call &, const std::string &text) { std::cout << text << std::endl; }},
    {"err", [](const Call &, const std::string &text) { std::cerr << text << std::endl; }},
    {"sleep", [](const Call &,
                 const std::string &text) { std::this_thread::sleep_for(std::chrono::milliseconds(std::stoi(text))); }},
    {"record", record},
    {"write", [](const Call &call, const std::string &text) { std::ofstream(outputFile(call)) << text; }},
    {"copy", copyTool},
    {"when", playWhen},
    {"exit", [](const Call &, const std::string &text) { std::exit(std::stoi(text)); }},
    {"crash", [](const Call &, const std::string &) { std::raise(SIGKILL); }}, // which no sanitizer reports
};

void play(const Call &call, const std::string &line)
{
    const size_t blank = line.find(' ');
    const auto command = Commands.find(line.substr(0, blank));
    if (command == Commands.end())
        std::exit(98);
    command->second(call, blank == std::string::npos ? std::string() : line.substr(blank + 1));
}

} // namespace

int main(int argc, char **argv, char **environment)
{
    Call call{Words(argv + 1, argv + argc), {}};
    for (char **entry = environment; *entry; ++entry)
        call.environment.emplace_back(*entry);
    const char *named = std::getenv("FAKEGO_SCRIPT");
    std::ifstream script(named ? std::string(named) : std::string(argv[0]) + ".script");
    if (!script) {
        std::cerr << "fakego: no script for " << argv[0] << std::endl;
        return 97;
    }
    for (const std::string &line : linesToPlay(script, call.arguments))
        play(call, line);
    return 0;
}
